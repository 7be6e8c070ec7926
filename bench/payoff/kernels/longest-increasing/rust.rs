//! All pairs, as in Python.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

#[pyfunction]
pub fn run(values: Vec<i64>) -> PyResult<u32> {
    let mut longest: Vec<u32> = vec![1; values.len()];
    for i in 0..values.len() {
        for j in 0..i {
            if values[j] < values[i] && longest[j] + 1 > longest[i] {
                longest[i] = longest[j] + 1;
            }
        }
    }
    longest.into_iter().max().ok_or_else(|| PyValueError::new_err("no values"))
}
