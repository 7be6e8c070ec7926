//! The column is read in place.
use numpy::PyReadonlyArray1;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

#[pyfunction]
pub fn run(columns: &Bound<'_, PyDict>) -> PyResult<Vec<f64>> {
    let reading = columns.get_item("reading")?.ok_or_else(|| PyKeyError::new_err("reading"))?;
    let reading: PyReadonlyArray1<'_, f64> = reading.extract()?;
    let mut last = f64::NAN;
    Ok(reading
        .as_array()
        .iter()
        .map(|&value| {
            if !value.is_nan() {
                last = value;
            }
            last
        })
        .collect())
}
