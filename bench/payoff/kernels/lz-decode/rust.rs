//! Bytes in place in, one bytes object out.
use pyo3::exceptions::{PyIndexError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

#[pyfunction]
pub fn run<'py>(py: Python<'py>, data: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
    let output = py.detach(|| decode(data))?;
    Ok(PyBytes::new(py, &output))
}

fn decode(mut data: &[u8]) -> PyResult<Vec<u8>> {
    let mut output = Vec::new();
    let truncated = || PyIndexError::new_err("the data end within a command");
    while !data.is_empty() {
        let (&[command, length], rest) = data.split_first_chunk().ok_or_else(truncated)?;
        let length = usize::from(length);
        match command {
            0 => {
                let (literal, rest) = rest.split_at(length.min(rest.len()));
                output.extend_from_slice(literal);
                data = rest;
            }
            1 => {
                let (&distance, rest) = rest.split_first_chunk::<2>().ok_or_else(truncated)?;
                let distance = usize::from(u16::from_be_bytes(distance));
                if distance == 0 || distance > output.len() {
                    return Err(PyValueError::new_err("a copy from before the beginning"));
                }
                for _ in 0..length {
                    output.push(output[output.len() - distance]);
                }
                data = rest;
            }
            _ => return Err(PyValueError::new_err(format!("unknown command {command}"))),
        }
    }
    Ok(output)
}
