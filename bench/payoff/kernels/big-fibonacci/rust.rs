//! num-bigint has digits of 64 bits where Python has 30, and a further step of splitting (Toom-3); the result must become
//! a Python integer.
use num_bigint::BigUint;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

#[pyfunction]
pub fn run(py: Python<'_>, n: i64) -> PyResult<BigUint> {
    let n = u64::try_from(n).map_err(|_| PyValueError::new_err("the index is negative"))?;
    Ok(py.detach(|| {
        let (mut a, mut b) = (BigUint::ZERO, BigUint::from(1u8));
        for bit in (0..u64::BITS - n.leading_zeros()).rev() {
            (a, b) = (&a * (2u8 * &b - &a), &a * &a + &b * &b);
            if n >> bit & 1 == 1 {
                (a, b) = (b.clone(), a + b);
            }
        }
        a
    }))
}
