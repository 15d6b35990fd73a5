//! The face to the page: a string in, a string of JSON out; no live handles.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

/// Smaller and faster than the allocator that Rust brings along to wasm; the engine has one thread.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Prints a panic to the console; called once when the module starts.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Takes what the tagger needs: from then on every annotation uses it. A second one is passed over.
///
/// # Errors
///
/// When `bytes` are no such file of this version; the engine goes on without.
#[wasm_bindgen]
pub fn load_tagger(bytes: &[u8]) -> Result<(), JsError> {
    crate::tagger::load(bytes).map_err(|error| JsError::new(&error.to_string()))
}

/// The annotated article as JSON; offsets are UTF-16 units of `text`.
#[wasm_bindgen]
pub fn annotate(text: &str) -> String {
    crate::to_json(&crate::annotate(text))
}

thread_local! {
    static MEMORY: RefCell<crate::Memory<'static>> = RefCell::default();
}

/// As [`annotate`], with what the markup of the page said: triples of what (0 heading, 1 paragraph, 2 caption,
/// 3 furniture), start and end in UTF-16 units of `text`, in order. Sooner done when most lines are those of the last
/// text: after an edit.
#[wasm_bindgen]
pub fn annotate_again(text: &str, hints: &[u32]) -> String {
    let hints = crate::export::utf16::hints(text, hints);
    let options = crate::Options::default();
    let article =
        MEMORY.with_borrow_mut(|memory| crate::annotate_again(text, &hints, options, memory));
    crate::to_json(&article)
}
