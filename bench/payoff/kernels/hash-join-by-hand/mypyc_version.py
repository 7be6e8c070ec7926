def run(orders: list[dict], customers: list[dict]) -> list[dict]:
    by_customer = {customer["customer"]: customer for customer in customers}
    joined = []
    for order in orders:
        customer = by_customer.get(order["customer"])
        if customer is not None:
            joined.append({**order, **customer})
    return joined
