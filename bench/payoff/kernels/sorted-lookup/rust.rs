//! Both lists are converted; the search is the standard library's.
use pyo3::prelude::*;

#[pyfunction]
pub fn run(values: Vec<f64>, queries: Vec<f64>) -> Vec<usize> {
    queries.iter().map(|wanted| values.partition_point(|value| value < wanted)).collect()
}
