//! `cargo xtask serve`: a small file server for `dist/`, reachable only from this machine.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::bundle;
use crate::config::Config;

/// Where the page is served unless `--port` says otherwise; the next free port
/// is taken when this one is in use.
const PORT: u16 = 8080;

/// Builds if needed, then serves until it is stopped.
///
/// # Errors
///
/// When the build fails or no port can be had.
pub fn serve(port: Option<u16>) -> Result<()> {
    bundle::build_if_changed()?;
    let dist = Config::load()?.dist();
    let listener = listen(port)?;
    println!(
        "\nMitjul is at http://{}/  (Ctrl+C stops it)",
        listener.local_addr()?
    );
    for stream in listener.incoming().flatten() {
        let dist = dist.clone();
        thread::spawn(move || answer(&stream, &dist));
    }
    Ok(())
}

fn listen(port: Option<u16>) -> Result<TcpListener> {
    if let Some(port) = port {
        return TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("cannot listen on port {port}; is it in use?"));
    }
    let mut ports = PORT..PORT + 20;
    ports
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .with_context(|| format!("no free port from {PORT} on; name one with --port"))
}

/// Answers all requests that come over one connection.
fn answer(stream: &TcpStream, dist: &Path) -> Option<()> {
    stream
        .set_read_timeout(Some(Duration::from_secs(60)))
        .ok()?;
    stream.set_nodelay(true).ok()?;
    let mut reader = BufReader::new(stream);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|&n| n > 0)?;
        let mut words = line.split_whitespace();
        let (method, address) = (words.next()?.to_string(), words.next()?.to_string());
        loop {
            let mut header = String::new();
            reader.read_line(&mut header).ok().filter(|&n| n > 0)?;
            if header.trim().is_empty() {
                break;
            }
        }
        respond(stream, &method, &address, dist).ok()?;
    }
}

fn respond(mut stream: &TcpStream, method: &str, address: &str, dist: &Path) -> io::Result<()> {
    let (status, kind, body) = if !matches!(method, "GET" | "HEAD") {
        (
            "405 Method Not Allowed",
            "text/plain",
            b"GET or HEAD only\n".to_vec(),
        )
    } else {
        match locate(address, dist).and_then(|file| Some((mime(&file), fs::read(&file).ok()?))) {
            Some((kind, body)) => ("200 OK", kind, body),
            None => ("404 Not Found", "text/plain", b"not found\n".to_vec()),
        }
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    if method == "GET" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// Returns the file an address means, if it lies in `dist`.
fn locate(address: &str, dist: &Path) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?;
    let path = percent_decode(path)?;
    let mut file = dist.to_path_buf();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    Some(file)
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_never_leave_the_folder() {
        let dist = Path::new("/dist");
        let found = |address| locate(address, dist);
        assert_eq!(found("/a/b.js?v=1"), Some("/dist/a/b.js".into()));
        assert_eq!(found("/%EB%B0%91.txt"), Some("/dist/밑.txt".into()));
        assert_eq!(found("/../secret"), None);
        assert_eq!(found("/%2e%2e/secret"), None);
        assert_eq!(found("/.built-from"), None);
        assert_eq!(found("/%zz"), None);
    }
}
