//! Digits are pushed one by one, as in Python.
use pyo3::prelude::*;

const DIGITS: &[u8; 16] = b"0123456789abcdef";

#[pyfunction]
pub fn run(data: &[u8]) -> String {
    let mut text = String::with_capacity(2 * data.len());
    for byte in data {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}
