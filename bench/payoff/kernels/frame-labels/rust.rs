//! Names and sizes are borrowed strings, stock is read in place.
use numpy::PyReadonlyArray1;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

fn column<'py>(columns: &Bound<'py, PyDict>, name: &'static str) -> PyResult<Bound<'py, PyAny>> {
    columns.get_item(name)?.ok_or_else(|| PyKeyError::new_err(name))
}

#[pyfunction]
pub fn run(columns: &Bound<'_, PyDict>) -> PyResult<Vec<String>> {
    let name = column(columns, "name")?.cast_into::<PyList>()?;
    let size = column(columns, "size")?.cast_into::<PyList>()?;
    let stock: PyReadonlyArray1<'_, i64> = column(columns, "stock")?.extract()?;
    name.iter()
        .zip(size.iter().zip(stock.as_array()))
        .map(|(name, (size, &stock))| {
            let name: &str = name.extract()?;
            let size: &str = size.extract()?;
            Ok(if stock == 0 { format!("{name}: sold out") } else { format!("{} ({size})", name.to_uppercase()) })
        })
        .collect()
}
