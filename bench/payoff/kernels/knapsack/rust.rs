//! Two short lists in, one integer out.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

#[pyfunction]
pub fn run(py: Python<'_>, weights: Vec<usize>, values: Vec<i64>, capacity: usize) -> PyResult<i64> {
    if weights.len() != values.len() {
        return Err(PyValueError::new_err("as many weights as values expected"));
    }
    Ok(py.detach(|| {
        let mut best = vec![0i64; capacity + 1];
        for (weight, value) in weights.into_iter().zip(values) {
            for room in (weight..=capacity).rev() {
                best[room] = best[room].max(best[room - weight] + value);
            }
        }
        best[capacity]
    }))
}
