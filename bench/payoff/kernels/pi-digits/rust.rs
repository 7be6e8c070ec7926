//! Big integers from num-bigint, written as the Python is.
use num_bigint::BigInt;
use pyo3::prelude::*;

#[pyfunction]
pub fn run(py: Python<'_>, digits: usize) -> PyResult<String> {
    Ok(py.detach(|| {
        let (mut q, mut r, mut t) = (BigInt::from(1), BigInt::ZERO, BigInt::from(1));
        let (mut k, mut n, mut l) = (1u64, BigInt::from(3), 3u64);
        let mut result = String::new();
        while result.len() < digits {
            let nt = &n * &t;
            if 4 * &q + &r - &t < nt {
                result.push_str(&n.to_string());
                let next = 10 * (3 * &q + &r) / &t - 10 * &n;
                r = 10 * (r - nt);
                q *= 10;
                n = next;
            } else {
                n = (&q * (7 * k + 2) + &r * l) / (&t * l);
                r = (2 * &q + r) * l;
                q *= k;
                t *= l;
                k += 1;
                l += 2;
            }
        }
        result
    }))
}
