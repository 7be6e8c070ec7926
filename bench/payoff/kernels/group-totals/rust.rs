//! Pairs are read where they are; keys are borrowed.
use std::collections::HashMap;

use pyo3::prelude::*;
use pyo3::types::PyList;

#[pyfunction]
pub fn run(records: &Bound<'_, PyList>) -> PyResult<HashMap<String, f64>> {
    let mut totals: HashMap<String, f64> = HashMap::new();
    for record in records {
        let (key, amount): (Bound<'_, PyAny>, f64) = record.extract()?;
        let key: &str = key.extract()?;
        match totals.get_mut(key) {
            Some(total) => *total += amount,
            None => {
                totals.insert(key.to_owned(), amount);
            }
        }
    }
    Ok(totals)
}
