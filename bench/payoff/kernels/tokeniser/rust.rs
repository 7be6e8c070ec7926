//! One string in; a tuple of two new strings back for every token, which is the larger part of the time.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

#[pyfunction]
pub fn run(source: &str) -> PyResult<Vec<(&'static str, &str)>> {
    let mut tokens = Vec::new();
    let mut rest = source.trim_start();
    while let Some(char) = rest.chars().next() {
        let (kind, length) = if char.is_alphabetic() || char == '_' {
            ("name", length_while(rest, |c| c.is_alphanumeric() || c == '_'))
        } else if char.is_ascii_digit() {
            ("number", length_while(rest, |c| c.is_ascii_digit() || c == '.'))
        } else if "+-*/()<>=!,:".contains(char) {
            let is_double = ["==", "!=", "<=", ">="].iter().any(|it| rest.starts_with(it));
            ("operator", if is_double { 2 } else { 1 })
        } else {
            let position = source.len() - rest.len();
            return Err(PyValueError::new_err(format!("unexpected {char:?} at {position}")));
        };
        let (text, after) = rest.split_at(length);
        tokens.push((kind, text));
        rest = after.trim_start();
    }
    Ok(tokens)
}

fn length_while(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}
