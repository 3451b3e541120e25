// Our input as a YAML reader sees it: what the run is judged by, without nexgen's own reading.
import { parse } from "yaml";

/** What the checks ask of a Kafka binding of the input. */
interface Topic {
  readonly topic: string;
  readonly partitions: number;
  readonly properties: Readonly<Record<string, string>>;
}

/** `inputs/pipeline.infra`. */
export interface Input {
  readonly streams: {
    readonly orders: Topic & {
      readonly consumer: {
        readonly group_id: string;
        readonly auto_offset_reset: string;
        readonly isolation_level: string;
        readonly max_poll_records: number;
        readonly fetch_max_wait: string;
      };
    };
    readonly accepted: Topic & {
      readonly producer: {
        readonly linger_ms: number;
        readonly compression: string;
        readonly transactional_id_prefix: string;
        readonly transaction_timeout: string;
      };
    };
    readonly announced: Topic & {
      readonly producer: { readonly batch_size: number; readonly retries: number };
    };
  };
  readonly dead_letters: { readonly broken: Topic };
  readonly completions: {
    readonly done: Topic & {
      readonly producer: { readonly compression: string };
      readonly callback: { readonly timeout: string };
    };
  };
}

export function inputOf(text: string): Input {
  return parse(text) as Input;
}
