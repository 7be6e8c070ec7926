//! Two integers in, one float out; everything between is Rust.
use pyo3::prelude::*;

fn element(i: usize, j: usize) -> f64 {
    1.0 / ((i + j) * (i + j + 1) / 2 + i + 1) as f64
}

fn multiply(vector: &[f64]) -> Vec<f64> {
    (0..vector.len()).map(|i| vector.iter().enumerate().map(|(j, value)| element(i, j) * value).sum()).collect()
}

fn multiply_transposed(vector: &[f64]) -> Vec<f64> {
    (0..vector.len()).map(|i| vector.iter().enumerate().map(|(j, value)| element(j, i) * value).sum()).collect()
}

#[pyfunction]
pub fn run(py: Python<'_>, n: usize, iterations: usize) -> PyResult<f64> {
    Ok(py.detach(|| {
        let mut u = vec![1.0; n];
        let mut v = u.clone();
        for _ in 0..iterations {
            v = multiply_transposed(&multiply(&u));
            u = multiply_transposed(&multiply(&v));
        }
        let uv: f64 = u.iter().zip(&v).map(|(a, b)| a * b).sum();
        let vv: f64 = v.iter().map(|b| b * b).sum();
        (uv / vv).sqrt()
    }))
}
