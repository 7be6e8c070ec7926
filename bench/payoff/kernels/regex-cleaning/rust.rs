//! The same expressions with the regex crate, which does not backtrack. Texts are borrowed, results are new strings.
use std::sync::LazyLock;

use pyo3::prelude::*;
use pyo3::types::PyList;
use regex::Regex;

static REPLACEMENTS: LazyLock<Vec<(Regex, &str)>> = LazyLock::new(|| {
    [(r"<[^>]+>", " "), (r"https?://\S+", "URL"), (r"[\w.+-]+@[\w-]+\.[\w.]+", "MAIL"), (r"\d+", "0"), (r"\s+", " ")]
        .map(|(pattern, replacement)| (Regex::new(pattern).unwrap(), replacement))
        .into()
});

fn clean(text: &str) -> String {
    let mut text = text.to_owned();
    for (pattern, replacement) in REPLACEMENTS.iter() {
        text = pattern.replace_all(&text, *replacement).into_owned();
    }
    text.trim().to_lowercase()
}

#[pyfunction]
pub fn run(texts: &Bound<'_, PyList>) -> PyResult<Vec<String>> {
    texts.iter().map(|text| Ok(clean(text.extract()?))).collect()
}
