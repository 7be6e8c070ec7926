//! The same table, made by the compiler; bytes are read in place.
use pyo3::prelude::*;

const TABLE: [u32; 256] = make_table();

const fn make_table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut start = 0;
    while start < 256 {
        let mut value = start as u32;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 1 == 1 { value >> 1 ^ 0xEDB8_8320 } else { value >> 1 };
            bit += 1;
        }
        table[start] = value;
        start += 1;
    }
    table
}

#[pyfunction]
pub fn run(py: Python<'_>, data: &[u8]) -> PyResult<u32> {
    Ok(py.detach(|| !data.iter().fold(!0u32, |crc, &byte| TABLE[((crc ^ u32::from(byte)) & 0xFF) as usize] ^ crc >> 8)))
}
