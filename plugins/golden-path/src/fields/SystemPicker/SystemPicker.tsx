import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { titleOf } from '@arctiq/plugin-golden-path-common';
import { useCallback, useMemo } from 'react';
import { Load, useLoad } from '../../hooks/useLoad';
import { Choice, EntityChoice } from '../EntityChoice';

/** Systems as lines of the list, those of the chosen owner first. */
export function systemChoices(systems: Entity[], owner?: string): Choice[] {
  const choices = systems.map(system => {
    const owned = system.relations?.some(
      ({ type, targetRef }) =>
        type === RELATION_OWNED_BY && targetRef === owner,
    );
    return {
      entityRef: stringifyEntityRef(system),
      title: titleOf(system),
      group: owned ? 'Systems of the owner' : 'Other systems',
      owned,
    };
  });
  return choices
    .sort(
      (a, b) =>
        Number(b.owned ?? false) - Number(a.owned ?? false) ||
        a.title.localeCompare(b.title),
    )
    .map(({ owned: _, ...choice }) => choice);
}

/** The system of a new service. */
export function SystemPicker(props: FieldExtensionComponentProps<string>) {
  const owner: string | undefined = props.formContext?.formData?.owner;
  const catalogApi = useApi(catalogApiRef);
  const systems = useLoad(
    useCallback(async () => {
      const { items } = await catalogApi.getEntities({
        filter: { kind: 'system' },
        fields: ['kind', 'metadata', 'relations'],
      });
      return items;
    }, [catalogApi]),
  );
  const choices = useMemo<Load<Choice[]>>(
    () =>
      systems.state === 'ready'
        ? { state: 'ready', value: systemChoices(systems.value, owner) }
        : systems,
    [systems, owner],
  );
  return (
    <EntityChoice
      field={props}
      choices={choices}
      emptyText="No system of this name"
    />
  );
}
