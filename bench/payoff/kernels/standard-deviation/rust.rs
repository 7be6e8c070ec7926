//! Two passes over the converted list.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

#[pyfunction]
pub fn run(values: Vec<f64>) -> PyResult<f64> {
    if values.len() < 2 {
        return Err(PyValueError::new_err("two values expected"));
    }
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    Ok((squares / (values.len() - 1) as f64).sqrt())
}
