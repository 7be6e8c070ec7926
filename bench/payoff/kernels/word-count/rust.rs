//! Words stay slices of one lower-case copy of the text; only twenty strings go back.
use std::collections::HashMap;

use pyo3::prelude::*;

#[pyfunction]
pub fn run(py: Python<'_>, text: &str) -> PyResult<Vec<(String, u32)>> {
    Ok(py.detach(|| {
        let text = text.to_lowercase();
        let mut counts: HashMap<&str, u32> = HashMap::new();
        for word in text.split_whitespace() {
            *counts.entry(word.trim_matches(|c: char| c.is_ascii_punctuation())).or_default() += 1;
        }
        let mut counts: Vec<(&str, u32)> = counts.into_iter().collect();
        counts.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        counts.into_iter().take(20).map(|(word, count)| (word.to_owned(), count)).collect()
    }))
}
