//! All three columns are read in place; one dict goes back.
use std::collections::HashMap;

use numpy::PyReadonlyArray1;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

fn column<'py>(columns: &Bound<'py, PyDict>, name: &'static str) -> PyResult<Bound<'py, PyAny>> {
    columns.get_item(name)?.ok_or_else(|| PyKeyError::new_err(name))
}

#[pyfunction]
pub fn run(py: Python<'_>, columns: &Bound<'_, PyDict>) -> PyResult<HashMap<i64, f64>> {
    let key: PyReadonlyArray1<'_, i64> = column(columns, "key")?.extract()?;
    let value: PyReadonlyArray1<'_, f64> = column(columns, "value")?.extract()?;
    let weight: PyReadonlyArray1<'_, f64> = column(columns, "weight")?.extract()?;
    let (key, value, weight) = (key.as_array(), value.as_array(), weight.as_array());
    Ok(py.detach(|| {
        let mut sums: HashMap<i64, (f64, f64)> = HashMap::new();
        for ((&key, &value), &weight) in key.iter().zip(value).zip(weight) {
            let sum = sums.entry(key).or_default();
            sum.0 += value * weight;
            sum.1 += weight;
        }
        sums.into_iter().map(|(key, (weighted, weight))| (key, weighted / weight)).collect()
    }))
}
