//! The same expression with the regex crate. Lines are borrowed from Python's strings, not copied.
use std::collections::HashMap;
use std::sync::LazyLock;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyList;
use regex::Regex;

static LINE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"^\S+ \S+ \S+ \[[^\]]+\] "\w+ (\S+) [^"]*" (\d+) (\d+)"#).unwrap());

#[pyfunction]
pub fn run(lines: &Bound<'_, PyList>) -> PyResult<HashMap<String, (u64, u64, u64)>> {
    let mut totals: HashMap<String, (u64, u64, u64)> = HashMap::new();
    for line in lines {
        let line: &str = line.extract()?;
        let error = || PyValueError::new_err(format!("not a line of an access log: {line}"));
        let (_, [path, status, length]) = LINE.captures(line).ok_or_else(error)?.extract();
        let (status, length): (u64, u64) = (status.parse()?, length.parse()?);
        if !totals.contains_key(path) {
            totals.insert(path.to_owned(), (0, 0, 0));
        }
        let entry = totals.get_mut(path).ok_or_else(error)?;
        entry.0 += 1;
        entry.1 += u64::from(status >= 400);
        entry.2 += length;
    }
    Ok(totals)
}
