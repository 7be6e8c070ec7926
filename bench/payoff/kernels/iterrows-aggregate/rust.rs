//! Numeric columns are read in place, regions are borrowed strings.
use std::collections::HashMap;

use numpy::PyReadonlyArray1;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

fn column<'py>(columns: &Bound<'py, PyDict>, name: &'static str) -> PyResult<Bound<'py, PyAny>> {
    columns.get_item(name)?.ok_or_else(|| PyKeyError::new_err(name))
}

#[pyfunction]
pub fn run(columns: &Bound<'_, PyDict>) -> PyResult<HashMap<String, f64>> {
    let region = column(columns, "region")?.cast_into::<PyList>()?;
    let amount: PyReadonlyArray1<'_, f64> = column(columns, "amount")?.extract()?;
    let quantity: PyReadonlyArray1<'_, i64> = column(columns, "quantity")?.extract()?;
    let mut totals: HashMap<String, f64> = HashMap::new();
    for (region, (&amount, &quantity)) in region.iter().zip(amount.as_array().iter().zip(quantity.as_array())) {
        if quantity > 0 {
            let region: &str = region.extract()?;
            match totals.get_mut(region) {
                Some(total) => *total += amount * quantity as f64,
                None => {
                    totals.insert(region.to_owned(), amount * quantity as f64);
                }
            }
        }
    }
    Ok(totals)
}
