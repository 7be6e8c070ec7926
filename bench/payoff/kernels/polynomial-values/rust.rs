//! One fold for each point.
use pyo3::prelude::*;

#[pyfunction]
pub fn run(coefficients: Vec<f64>, points: Vec<f64>) -> Vec<f64> {
    points.iter().map(|x| coefficients.iter().fold(0.0, |result, coefficient| result * x + coefficient)).collect()
}
