//! Every window is summed anew, as in Python.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

#[pyfunction]
pub fn run(values: Vec<f64>, window: usize) -> PyResult<Vec<f64>> {
    if window < 1 {
        return Err(PyValueError::new_err("the window is empty"));
    }
    Ok(values.windows(window).map(|it| it.iter().sum::<f64>() / window as f64).collect())
}
