/** Plain data that survives being written as JSON and read back. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
