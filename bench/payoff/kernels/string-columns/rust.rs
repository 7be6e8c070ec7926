//! Addresses are borrowed; a new string goes back for each.
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::PyList;

fn domain(address: &str) -> PyResult<String> {
    let address = address.trim().to_lowercase();
    let host = address.split('@').nth(1).ok_or_else(|| PyIndexError::new_err("no @ in an address"))?;
    let host = host.strip_prefix("mail.").unwrap_or(host);
    Ok(host.rsplit_once('.').map_or(host, |(name, _)| name).to_owned())
}

#[pyfunction]
pub fn run(addresses: &Bound<'_, PyList>) -> PyResult<Vec<String>> {
    addresses.iter().map(|address| domain(address.extract()?)).collect()
}
