//! Collects the kernels: every `kernels/<name>/rust.rs` becomes a module of this crate and its `run` a function named after the kernel.
//! `BREAKEVEN_PAYOFF_KERNELS`, names with commas between, leaves the others out.
use std::path::Path;
use std::{env, fs};

fn main() {
    let kernels = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap()).join("../kernels");
    println!("cargo:rerun-if-changed={}", kernels.display());
    println!("cargo:rerun-if-env-changed=BREAKEVEN_PAYOFF_KERNELS");
    let wanted = env::var("BREAKEVEN_PAYOFF_KERNELS").unwrap_or_default();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.split(',').any(|it| it == name);

    let mut names: Vec<String> = fs::read_dir(&kernels)
        .map(|entries| entries.flatten().filter_map(|it| it.file_name().into_string().ok()).collect())
        .unwrap_or_default();
    names.sort();
    let mut modules = String::new();
    let mut additions = String::new();
    for name in names.iter().filter(|it| is_wanted(it)) {
        let source = kernels.join(name).join("rust.rs");
        if !source.exists() {
            continue;
        }
        let module = name.replace('-', "_");
        println!("cargo:rerun-if-changed={}", source.display());
        modules += &format!("#[path = {:?}]\nmod {module};\n", source.canonicalize().unwrap());
        additions += &format!("    m.add({module:?}, wrap_pyfunction!({module}::run, m)?)?;\n");
    }
    let code = format!("{modules}\nfn add_kernels(m: &Bound<'_, PyModule>) -> PyResult<()> {{\n{additions}    Ok(())\n}}\n");
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("kernels.rs"), code).unwrap();
}
