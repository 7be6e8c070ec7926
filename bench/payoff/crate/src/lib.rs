//! The Rust side of the payoff benchmark: one function for each kernel, and what the boundary table times.
use pyo3::prelude::*;

include!(concat!(env!("OUT_DIR"), "/kernels.rs"));

#[pymodule]
fn breakeven_payoff(m: &Bound<'_, PyModule>) -> PyResult<()> {
    add_kernels(m)
}
