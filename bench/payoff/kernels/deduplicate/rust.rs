//! Numbers are converted, hashed and returned.
use std::collections::HashSet;

use pyo3::prelude::*;

#[pyfunction]
pub fn run(values: Vec<i64>) -> Vec<i64> {
    let mut seen = HashSet::new();
    values.into_iter().filter(|&value| seen.insert(value)).collect()
}
