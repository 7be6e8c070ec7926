//! One pass over the converted list; counts stay in the cache.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

#[pyfunction]
pub fn run(values: Vec<f64>, low: f64, high: f64, bins: usize) -> PyResult<Vec<u64>> {
    if high <= low {
        return Err(PyValueError::new_err("the range is empty"));
    }
    let mut counts = vec![0; bins];
    let width = (high - low) / bins as f64;
    for value in values {
        if low <= value && value < high {
            counts[((value - low) / width) as usize] += 1;
        }
    }
    Ok(counts)
}
