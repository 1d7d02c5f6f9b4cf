import { useMutation, useQuery, useQueryClient, type UseQueryOptions } from '@tanstack/react-query';
import { call, type Answer, type Asked, type OperationName } from './call.js';

type Settings<Name extends OperationName> = Omit<
  UseQueryOptions<Answer<Name>, Error, Answer<Name>>,
  'queryKey' | 'queryFn'
>;

/** What the API answers, kept and refreshed; the key is the operation's name and what was asked. */
export const useAnswer = <Name extends OperationName>(name: Name, asked: Asked<Name>, settings: Settings<Name> = {}) =>
  useQuery({
    queryKey: [name, asked],
    queryFn: ({ signal }) => call(name, { ...asked, signal }),
    ...settings,
  });

/** An act: afterwards the answers of the named operations are asked for anew. */
export const useAct = <Name extends OperationName>(name: Name, stale: readonly OperationName[] = []) => {
  const client = useQueryClient();

  return useMutation<Answer<Name>, Error, Asked<Name>>({
    mutationFn: (asked) => call(name, asked),
    onSuccess: () => Promise.all(stale.map((other) => client.invalidateQueries({ queryKey: [other] }))),
  });
};
