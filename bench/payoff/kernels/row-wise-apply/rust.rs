//! Numeric columns are read in place as NumPy arrays, the zones are borrowed strings: no frame is made at all.
use numpy::PyReadonlyArray1;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

fn tariff(zone: &str, weight: f64, distance: f64) -> f64 {
    let mut base = match zone {
        "A" => 4.0,
        "B" => 6.5,
        _ => 9.0,
    };
    if weight > 20.0 {
        base += (weight - 20.0) * 0.8;
    }
    base + distance.min(1_000.0) * 0.01
}

fn column<'py>(columns: &Bound<'py, PyDict>, name: &'static str) -> PyResult<Bound<'py, PyAny>> {
    columns.get_item(name)?.ok_or_else(|| PyKeyError::new_err(name))
}

#[pyfunction]
pub fn run(columns: &Bound<'_, PyDict>) -> PyResult<Vec<f64>> {
    let weight: PyReadonlyArray1<'_, f64> = column(columns, "weight")?.extract()?;
    let distance: PyReadonlyArray1<'_, f64> = column(columns, "distance")?.extract()?;
    let zone = column(columns, "zone")?.cast_into::<PyList>()?;
    zone.iter()
        .zip(weight.as_array().iter().zip(distance.as_array()))
        .map(|(zone, (&weight, &distance))| Ok(tariff(zone.extract()?, weight, distance)))
        .collect()
}
