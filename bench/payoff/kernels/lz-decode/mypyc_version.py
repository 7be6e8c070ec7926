def run(data: bytes) -> bytes:
    output = bytearray()
    position = 0
    while position < len(data):
        command, length = data[position], data[position + 1]
        position += 2
        if command == 0:
            output += data[position : position + length]
            position += length
        elif command == 1:
            distance = data[position] << 8 | data[position + 1]
            position += 2
            if distance == 0 or distance > len(output):
                raise ValueError("a copy from before the beginning")
            for _ in range(length):
                output.append(output[-distance])
        else:
            raise ValueError(f"unknown command {command}")
    return bytes(output)
