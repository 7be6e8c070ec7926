//! Every set is converted once; pairs are then compared without Python.
use std::collections::HashSet;

use pyo3::prelude::*;

#[pyfunction]
pub fn run(py: Python<'_>, groups: Vec<HashSet<i64>>, threshold: f64) -> PyResult<Vec<(usize, usize, f64)>> {
    Ok(py.detach(|| {
        let mut similar = Vec::new();
        for (i, first) in groups.iter().enumerate() {
            for (j, second) in groups.iter().enumerate().skip(i + 1) {
                let common = first.intersection(second).count();
                let similarity = common as f64 / (first.len() + second.len() - common) as f64;
                if similarity >= threshold {
                    similar.push((i, j, similarity));
                }
            }
        }
        similar
    }))
}
