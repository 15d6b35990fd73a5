//! `annotate [--format json|jsonl|text] [--explain] [--without-gazetteer] [--without-tagger] [FILE…]`

use std::io::{self, Read, Write};
use std::process::ExitCode;

use mitjul::{Annotated, Options, annotate_with, to_json, to_json_pretty, to_text};

const USAGE: &str =
    "usage: annotate [--format json|jsonl|text] [--explain] [--without-gazetteer] [--without-tagger] [FILE...]
Marks companies, executives, quotes with speakers and captions in business news.
Reads standard input without a FILE (or for -). Text must be UTF-8.";

#[derive(PartialEq, Eq)]
enum Format {
    Json,
    Lines,
    Text,
}

struct Request {
    format: Format,
    explain: bool,
    options: Options<'static>,
    files: Vec<String>,
}

fn main() -> ExitCode {
    match parse(std::env::args().skip(1)).and_then(run) {
        Ok(out) => match io::stdout().lock().write_all(out.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            // A closed pipe (`annotate … | head`) is the reader's choice.
            Err(e) if e.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(e) => fail(&format!("cannot write: {e}")),
        },
        Err(message) => fail(&message),
    }
}

fn fail(message: &str) -> ExitCode {
    eprintln!("annotate: {message}");
    ExitCode::from(2)
}

fn parse(args: impl Iterator<Item = String>) -> Result<Request, String> {
    let mut request = Request {
        format: Format::Json,
        explain: false,
        options: Options::default(),
        files: Vec::new(),
    };
    let mut args = args.peekable();
    let mut only_files = false;
    while let Some(arg) = args.next() {
        if only_files || arg == "-" || !arg.starts_with('-') {
            request.files.push(arg);
            continue;
        }
        let (name, inline) = match arg.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (arg.clone(), None),
        };
        match name.as_str() {
            "--" => only_files = true,
            "--explain" => request.explain = true,
            "--without-gazetteer" => request.options.gazetteer = false,
            "--without-tagger" => request.options.tagger = None,
            "--format" => {
                let value = inline
                    .or_else(|| args.next())
                    .ok_or("--format needs json, jsonl or text")?;
                request.format = match value.as_str() {
                    "json" => Format::Json,
                    "jsonl" => Format::Lines,
                    "text" => Format::Text,
                    other => return Err(format!("unknown format '{other}': json, jsonl or text")),
                };
            }
            "-h" | "--help" => {
                println!("{USAGE}");
                std::process::exit(0);
            }
            _ => return Err(format!("unknown option '{arg}'\n{USAGE}")),
        }
    }
    Ok(request)
}

/// Everything that goes to standard output; nothing is printed when one file fails.
fn run(request: Request) -> Result<String, String> {
    let files = if request.files.is_empty() {
        vec!["-".to_owned()]
    } else {
        request.files.clone()
    };
    let mut out = String::new();
    for file in &files {
        let text = read(file)?;
        let article = annotate_with(&text, request.options);
        out.push_str(&print(&article, &request));
    }
    Ok(out)
}

fn read(file: &str) -> Result<String, String> {
    let mut bytes = Vec::new();
    let (name, result) = if file == "-" {
        (
            "standard input",
            io::stdin().lock().read_to_end(&mut bytes).map(|_| ()),
        )
    } else {
        (file, std::fs::read(file).map(|b| bytes = b))
    };
    result.map_err(|e| format!("{name}: {e}"))?;
    String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        format!("{name}: not UTF-8: byte {at} is 0x{:02X}", e.as_bytes()[at])
    })
}

fn print(article: &Annotated, request: &Request) -> String {
    match request.format {
        Format::Lines => to_json(article) + "\n",
        Format::Text => to_text(article, request.explain),
        Format::Json if request.explain => to_text(article, true),
        Format::Json => to_json_pretty(article) + "\n",
    }
}
