//! The Rust side of the payoff benchmark: one function for each kernel, and what the boundary, operation and memory tables time.
use pyo3::prelude::*;

mod boundary;
mod operations;

include!(concat!(env!("OUT_DIR"), "/kernels.rs"));

#[pymodule]
fn breakeven_payoff(m: &Bound<'_, PyModule>) -> PyResult<()> {
    boundary::add(m)?;
    operations::add(m)?;
    add_kernels(m)
}
