//! The list is read where it is; few values get as far as the sorted few.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

#[pyfunction]
pub fn run(scores: Vec<f64>, count: usize) -> PyResult<Vec<f64>> {
    if count < 1 {
        return Err(PyValueError::new_err("how many?"));
    }
    let mut best: Vec<f64> = Vec::with_capacity(count + 1);
    for score in scores {
        if best.len() < count || score > best[best.len() - 1] {
            let place = best.partition_point(|&it| it >= score);
            best.insert(place, score);
            best.truncate(count);
        }
    }
    Ok(best)
}
