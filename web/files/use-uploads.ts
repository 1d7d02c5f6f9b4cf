import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FileInfo, FileRules } from '../../api/contract/file.js';
import { sentenceOf } from '../api/problem.js';
import { noteUpload } from './in-flight.js';
import { sizeText, upload } from './upload.js';

/** A file on its way, or one that did not get through. */
export interface Sending {
  readonly key: number;
  readonly name: string;
  readonly share: number;
  readonly fault?: string;
  readonly cancel: () => void;
}

interface Settings {
  readonly open: boolean;
  readonly rules: FileRules | undefined;
  /** Told of each file that is there. */
  readonly onSent: (file: FileInfo) => void;
}

let lastKey = 0;

/** Sends files one after the other; what went wrong stays in the list until it is put away. */
export function useUploads({ open, rules, onSent }: Settings) {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const client = useQueryClient();
  // An upload outlives the render that began it: it tells the newest one.
  const told = useRef(onSent);
  useEffect(() => {
    told.current = onSent;
  });
  const change = (key: number, what: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...what } : one)));
  const drop = (key: number) => setSending((all) => all.filter((one) => one.key !== key));

  async function send(file: File): Promise<void> {
    const key = (lastKey += 1);
    const control = new AbortController();
    const cancel = () => {
      control.abort();
      drop(key);
    };
    const fault = rules === undefined ? undefined : tooLarge(file, rules);
    setSending((all) => [...all, { key, name: file.name, share: 0, cancel, ...(fault && { fault }) }]);
    if (fault !== undefined) return;
    try {
      const onProgress = (share: number) => change(key, { share });
      const sent = await upload(file, { open, onProgress, signal: control.signal });
      client.setQueryData(['readFileInfo', { params: { fileId: sent.fileId } }], sent);
      drop(key);
      told.current(sent);
    } catch (error) {
      if (!control.signal.aborted) change(key, { fault: sentenceOf(error) });
    }
  }

  async function sendAll(files: readonly File[]): Promise<void> {
    for (const file of files) await send(file);
  }

  return {
    sending,
    send: (files: readonly File[]) => noteUpload(sendAll(files)),
  };
}

/** Said before anything is sent: nobody waits for a large file to be refused. */
const tooLarge = (file: File, { maxBytes }: FileRules): string | undefined =>
  file.size <= maxBytes ? undefined : `文件太大（${sizeText(file.size)}）：每个文件不能超过 ${sizeText(maxBytes)}。`;
