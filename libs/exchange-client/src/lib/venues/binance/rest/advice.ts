import type { RestOutcome } from './rest-outcome.ts';

/** What can be done about codes that say that something is set up wrongly, whatever was asked. */
const ABOUT_CODES: Readonly<Record<number, string>> = {
  [-1003]:
    'Nothing is sent until the exchange allows it again; other programs behind this address count too.',
  [-1021]:
    'The clock has been set by the time of the exchange: ask again. Where this goes on, the way there takes longer than recvWindow.',
  [-1022]:
    'The secret does not belong to the API key: check BINANCE_API_SECRET, or BINANCE_PRIVATE_KEY_FILE where the key is not HMAC.',
  [-1121]:
    'Check how the symbol is written, such as BTCUSDT, and that the exchange (live, testnet, local) has it.',
  [-2008]:
    'The exchange has no such API key: check BINANCE_API_KEY, and that it is one of this exchange (live, testnet).',
  [-2014]:
    'This has not the form of an API key: check BINANCE_API_KEY for missing letters, quotes and blanks.',
  [-2015]:
    'Check BINANCE_API_KEY, that the key was made for this exchange (live, testnet), that it may be used from this address, and that it may do this (reading, spot trading).',
};

const PAGE_INSTEAD =
  'A proxy, firewall or sign-in page has answered in place of the exchange: check the base URL and the proxy settings.';

const NOT_ITSELF =
  'Not the exchange itself but something before it has answered: where this goes on, check the base URL and the proxy settings.';

/** The words of the exchange or of the connection, and what the reader can do. */
export function explained(outcome: Exclude<RestOutcome, { readonly kind: 'answer' }>): string {
  const advice = adviceOn(outcome);
  return advice === null ? outcome.message : `${outcome.message.replace(/\.$/, '')}. ${advice}`;
}

function adviceOn(outcome: Exclude<RestOutcome, { readonly kind: 'answer' }>): string | null {
  switch (outcome.kind) {
    case 'refusal':
      return outcome.code === 0 ? PAGE_INSTEAD : (ABOUT_CODES[outcome.code] ?? null);
    case 'unknown':
      if (outcome.reason === 'unreadable') return PAGE_INSTEAD;
      return outcome.reason === 'serverError' && outcome.code === null ? NOT_ITSELF : null;
    case 'notSent':
      return adviceOnConnection(outcome.reason);
  }
}

function adviceOnConnection(reason: string): string | null {
  switch (reason) {
    case 'refused':
      return 'Nobody answers there: check the base URL and its port, and that the exchange (or the proxy) runs.';
    case 'unresolved':
      return 'There is no host of this name: check the base URL, and that this machine has a network.';
    case 'connectTimeout':
      return 'The host does not answer: check the base URL, the network and the firewall.';
    default:
      return null;
  }
}
