//! The sieve is cheap; making the list of Python integers is most of what remains.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

#[pyfunction]
pub fn run(py: Python<'_>, limit: i64) -> PyResult<Vec<usize>> {
    let limit = usize::try_from(limit).map_err(|_| PyValueError::new_err("the limit is negative"))?;
    Ok(py.detach(|| {
        let mut is_prime = vec![true; limit + 1];
        let mut primes = Vec::new();
        for number in 2..=limit {
            if is_prime[number] {
                primes.push(number);
                for multiple in (number * number..=limit).step_by(number) {
                    is_prime[multiple] = false;
                }
            }
        }
        primes
    }))
}
