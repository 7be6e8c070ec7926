//! The list is converted; counting itself is one instruction a word.
use pyo3::prelude::*;

#[pyfunction]
pub fn run(words: Vec<u64>) -> PyResult<u32> {
    Ok(words.into_iter().map(u64::count_ones).sum())
}
