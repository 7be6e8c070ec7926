//! Pieces are read in place, product names are looked up in Python's own dict.
use numpy::PyReadonlyArray1;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

fn column<'py>(columns: &Bound<'py, PyDict>, name: &'static str) -> PyResult<Bound<'py, PyAny>> {
    columns.get_item(name)?.ok_or_else(|| PyKeyError::new_err(name))
}

#[pyfunction]
pub fn run(columns: &Bound<'_, PyDict>, prices: &Bound<'_, PyDict>) -> PyResult<Vec<f64>> {
    let product = column(columns, "product")?.cast_into::<PyList>()?;
    let pieces: PyReadonlyArray1<'_, i64> = column(columns, "pieces")?.extract()?;
    product
        .iter()
        .zip(pieces.as_array())
        .map(|(product, &pieces)| {
            let price: f64 = prices.get_item(product)?.map_or(Ok(0.0), |it| it.extract())?;
            Ok(price * pieces as f64)
        })
        .collect()
}
