//! The bytes are read in place; the pairs are made one by one for Python.
use pyo3::prelude::*;

#[pyfunction]
pub fn run(py: Python<'_>, data: &[u8]) -> PyResult<Vec<(u8, usize)>> {
    Ok(py.detach(|| data.chunk_by(|a, b| a == b).map(|run| (run[0], run.len())).collect()))
}
