//! The whole family of classes moves to Rust: an enum for the kinds, values without allocation.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

#[derive(Clone, Copy)]
struct Money {
    amount: f64,
    tax_rate: f64,
}

impl Money {
    fn add(self, other: Self) -> Self {
        Self { amount: self.amount + other.amount, ..self }
    }

    fn gross(self) -> f64 {
        self.amount * (1.0 + self.tax_rate)
    }
}

enum Kind {
    Plain,
    Bulk,
    Member { points: i64 },
}

struct Line {
    kind: Kind,
    price: f64,
    count: i64,
}

impl Line {
    fn new(kind: &str, price: f64, count: i64) -> PyResult<Self> {
        let kind = match kind {
            "plain" => Kind::Plain,
            "bulk" => Kind::Bulk,
            "member" => Kind::Member { points: count / 2 },
            _ => return Err(PyValueError::new_err(format!("unknown kind {kind}"))),
        };
        Ok(Self { kind, price, count })
    }

    fn discount(&self) -> f64 {
        match self.kind {
            Kind::Plain => 0.0,
            Kind::Bulk if self.count >= 20 => 0.15,
            Kind::Bulk => 0.05,
            Kind::Member { points } => (points as f64 * 0.01).min(0.1),
        }
    }

    fn total(&self) -> Money {
        Money { amount: self.price * self.count as f64 * (1.0 - self.discount()), tax_rate: 0.19 }
    }
}

#[pyfunction]
pub fn run(orders: Vec<(String, f64, i64)>) -> PyResult<f64> {
    let mut total = Money { amount: 0.0, tax_rate: 0.19 };
    for (kind, price, count) in orders {
        total = total.add(Line::new(&kind, price, count)?.total());
    }
    Ok(total.gross())
}
