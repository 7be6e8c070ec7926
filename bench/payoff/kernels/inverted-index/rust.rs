//! Documents are borrowed from Python; the index goes back as a dict of lists.
use std::collections::{HashMap, HashSet};

use pyo3::prelude::*;
use pyo3::types::PyList;

#[pyfunction]
pub fn run(documents: &Bound<'_, PyList>) -> PyResult<HashMap<String, Vec<usize>>> {
    let mut index: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, document) in documents.iter().enumerate() {
        let document: &str = document.extract()?;
        for word in document.split_whitespace().collect::<HashSet<_>>() {
            match index.get_mut(word) {
                Some(numbers) => numbers.push(number),
                None => {
                    index.insert(word.to_owned(), vec![number]);
                }
            }
        }
    }
    Ok(index)
}
