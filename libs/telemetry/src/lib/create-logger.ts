import { Writable } from 'node:stream';
import type { Clock } from '@org/domain';
import winston from 'winston';
import { jsonLine } from './files/json-line.ts';
import { RotatingFile } from './files/rotating-file.ts';
import type { LogEntry } from './log-entry.ts';
import type { Fields, Logger, LogLevel } from './logger.ts';
import { LOG_LEVELS } from './logger.ts';
import { plainFields, plainText } from './redaction/plain-fields.ts';
import { Redactor } from './redaction/redactor.ts';
import { terminalLine } from './terminal/terminal-line.ts';

export interface LoggerOptions {
  /** The least urgent level that is told. */
  readonly level: LogLevel;
  /** Where `onestep.log` is kept, as lines of JSON; null for no file. */
  readonly directory: string | null;
  /** Where a person reads along; null for nowhere. In colour where it is a terminal. */
  readonly terminal: (Writable & { readonly isTTY?: boolean }) | null;
  /** Values that must never be told; `protect` adds more later. */
  readonly secrets?: readonly string[];
  /** How long a file grows before the next begins. Default: 10 MB. */
  readonly maxFileBytes?: number;
  /** How many files are kept. Default: 5. */
  readonly maxFiles?: number;
  /** Told when the file begins to fail, and again only after it has worked. Default: it is told on the terminal. */
  readonly onFileFailure?: (error: unknown) => void;
  /** Default: the system's. */
  readonly clock?: Pick<Clock, 'now'>;
}

/** A logger that someone has to close. */
export interface SessionLogger extends Logger {
  /** Hides this value in everything that is told from now on; under four letters it is ignored. */
  protect(secret: string): void;
  /** Resolves when every line is out. What is told afterwards is dropped. */
  close(): Promise<void>;
}

/**
 * Logs to a rotating file and to a terminal, without secrets: fields with a secret's name, values that are protected,
 * and what stands where secrets stand (keys in PEM, passwords in addresses, signatures in queries).
 *
 * @throws InputError `log-directory` when nothing can be written to the directory. Logging itself never throws.
 */
export function createLogger(options: LoggerOptions): SessionLogger {
  return new WinstonLogger(options);
}

const systemClock = { now: () => new Date().getTime() };

const levels = Object.fromEntries(LOG_LEVELS.map((level, index) => [level, index]));

class WinstonLogger implements SessionLogger {
  readonly #winston: winston.Logger;
  readonly #redactor = new Redactor();
  readonly #clock: Pick<Clock, 'now'>;
  readonly #terminal: LoggerOptions['terminal'];
  readonly #file: RotatingFile | undefined;
  #closed: Promise<void> | undefined;

  constructor({ clock = systemClock, secrets = [], ...options }: LoggerOptions) {
    this.#clock = clock;
    secrets.forEach((secret) => this.#redactor.protect(secret));
    this.#terminal = options.terminal;
    this.#terminal?.on('error', ignore);
    const { directory, maxFileBytes = 10_000_000, maxFiles = 5 } = options;
    const {
      onFileFailure = (error) => this.#tellTerminal(this.#entry('error', 'log file fails', { error })),
    } = options;
    this.#file =
      directory === null
        ? undefined
        : new RotatingFile({
            directory,
            maxBytes: maxFileBytes,
            maxFiles,
            onFailure: onFileFailure,
          });
    const transports = [
      ...(this.#file === undefined ? [] : [transport((entry) => this.#file?.append(jsonLine(entry)))]),
      ...(this.#terminal === null ? [] : [transport((entry) => this.#tellTerminal(entry))]),
    ];
    const { level } = options;
    const format = winston.format((entry) => entry)();
    this.#winston = winston.createLogger({
      level,
      levels,
      format,
      transports,
      silent: transports.length === 0,
    });
  }

  debug(message: string, fields?: Fields): void {
    this.#tell('debug', message, fields);
  }

  info(message: string, fields?: Fields): void {
    this.#tell('info', message, fields);
  }

  warn(message: string, fields?: Fields): void {
    this.#tell('warn', message, fields);
  }

  error(message: string, fields?: Fields): void {
    this.#tell('error', message, fields);
  }

  protect(secret: string): void {
    this.#redactor.protect(secret);
  }

  close(): Promise<void> {
    this.#closed ??= this.#flush();
    return this.#closed;
  }

  #tell(level: LogLevel, message: string, fields: Fields = {}): void {
    if (this.#closed === undefined && this.#winston.isLevelEnabled(level)) {
      this.#winston.log(this.#entry(level, message, fields));
    }
  }

  #entry(level: LogLevel, message: string, fields: Fields): LogEntry {
    const timeMs = this.#clock.now();
    try {
      const plain = {
        message: plainText(message, this.#redactor),
        fields: plainFields(fields, this.#redactor),
      };
      return { level, timeMs, ...plain };
    } catch {
      return { level, timeMs, message: plainText(message, this.#redactor), fields: { unreadable: true } };
    }
  }

  #tellTerminal(entry: LogEntry): void {
    if (this.#terminal?.writable === true) {
      this.#terminal.write(terminalLine(entry, this.#terminal.isTTY ?? false));
    }
  }

  async #flush(): Promise<void> {
    await new Promise((resolve) => {
      this.#winston.once('finish', resolve);
      this.#winston.end();
    });
    this.#file?.close();
    const terminal = this.#terminal;
    if (terminal === null) return;
    if (terminal.writable) await new Promise<void>((resolve) => terminal.write('', () => resolve()));
    terminal.off('error', ignore);
  }
}

/** A transport of winston's that hands entries on as they are. */
function transport(write: (entry: LogEntry) => void): winston.transport {
  const stream = new Writable({
    objectMode: true,
    write(entry: LogEntry, _encoding, next) {
      write(entry);
      next();
    },
  });
  return new winston.transports.Stream({ stream });
}

function ignore(): void {
  return undefined;
}
