//! The array is read in place; the ranges go back as a list.
use numpy::PyReadonlyArray1;
use pyo3::prelude::*;

#[pyfunction]
pub fn run(py: Python<'_>, values: PyReadonlyArray1<'_, f64>, window: usize) -> PyResult<Vec<f64>> {
    let values = values.as_slice()?;
    Ok(py.detach(|| {
        let range = |part: &[f64]| {
            let highest = part.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let lowest = part.iter().copied().fold(f64::INFINITY, f64::min);
            highest - lowest
        };
        values.windows(window).map(range).collect()
    }))
}
