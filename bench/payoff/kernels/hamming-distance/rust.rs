//! Texts are read in place, character by character.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyString};

fn distance(a: &str, b: &str) -> Option<usize> {
    (a.chars().count() == b.chars().count())
        .then(|| a.chars().zip(b.chars()).filter(|(left, right)| left != right).count())
}

#[pyfunction]
pub fn run(words: &Bound<'_, PyList>, wanted: &str) -> PyResult<Vec<usize>> {
    words
        .iter()
        .map(|word| {
            let word = word.cast_into::<PyString>()?;
            distance(word.to_str()?, wanted).ok_or_else(|| PyValueError::new_err("texts of one length expected"))
        })
        .collect()
}
