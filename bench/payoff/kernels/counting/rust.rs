//! Keys are borrowed from Python's strings while they are counted.
use std::collections::HashMap;

use pyo3::prelude::*;
use pyo3::types::PyList;

#[pyfunction]
pub fn run(keys: &Bound<'_, PyList>) -> PyResult<HashMap<String, usize>> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for key in keys {
        let key: &str = key.extract()?;
        match counts.get_mut(key) {
            Some(count) => *count += 1,
            None => {
                counts.insert(key.to_owned(), 1);
            }
        }
    }
    Ok(counts)
}
