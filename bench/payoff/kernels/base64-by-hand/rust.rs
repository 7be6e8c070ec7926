//! Bytes in place in, one string out.
use pyo3::prelude::*;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

#[pyfunction]
pub fn run(py: Python<'_>, data: &[u8]) -> PyResult<String> {
    Ok(py.detach(|| {
        let mut result = String::with_capacity(data.len().div_ceil(3) * 4);
        for chunk in data.chunks(3) {
            let bits = (0..3).fold(0, |bits, i| bits << 8 | u32::from(chunk.get(i).copied().unwrap_or(0)));
            for position in 0..4 {
                if position <= chunk.len() {
                    result.push(char::from(ALPHABET[(bits >> (18 - 6 * position) & 63) as usize]));
                } else {
                    result.push('=');
                }
            }
        }
        result
    }))
}
