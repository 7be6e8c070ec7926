def run(list words not None):
    cdef unsigned long long word
    cdef long total = 0
    for word in words:
        while word:
            word &= word - 1
            total += 1
    return total
