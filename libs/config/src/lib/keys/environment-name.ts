export const ENVIRONMENT_PREFIX = 'ONESTEP_';

/** The environment variable of a key: `risk.stopLoss` is `ONESTEP_RISK_STOP_LOSS`. */
export function environmentName(path: string): string {
  const words = path.replaceAll('.', '_').replaceAll(/[A-Z]/g, (letter) => `_${letter}`);
  return `${ENVIRONMENT_PREFIX}${words.toUpperCase()}`;
}
