//! One string in, a list of lists of strings out.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

fn parse_line(line: &str) -> PyResult<Vec<String>> {
    let mut fields = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(std::mem::take(&mut field)),
            _ => field.push(char),
        }
    }
    if quoted {
        return Err(PyValueError::new_err("a quote is never closed"));
    }
    fields.push(field);
    Ok(fields)
}

#[pyfunction]
pub fn run(py: Python<'_>, text: &str) -> PyResult<Vec<Vec<String>>> {
    py.detach(|| text.lines().map(parse_line).collect())
}
