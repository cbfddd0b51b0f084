import { useApi } from '@backstage/frontend-plugin-api';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { OwnerOption } from '@arctiq/plugin-golden-path-common';
import { useCallback, useEffect } from 'react';
import { goldenPathApiRef } from '../../api';
import { useLoad } from '../../hooks/useLoad';
import { Choice, EntityChoice } from '../EntityChoice';

type OwnerChoice = Choice & OwnerOption;

const HEADINGS: Record<OwnerOption['membership'], string> = {
  direct: 'Your teams',
  through: 'Groups above your teams',
  none: 'Other teams',
};

function toChoice(option: OwnerOption): OwnerChoice {
  return { ...option, group: HEADINGS[option.membership] };
}

function statusOf(choice: OwnerChoice) {
  if (!choice.mayAct) {
    return {
      tone: 'bad' as const,
      message: `You are not a member of ${choice.title}: choose one of your own teams, or ask somebody of ${choice.title} to create the service.`,
    };
  }
  return choice.membership !== 'none'
    ? undefined
    : {
        tone: 'warning' as const,
        message: `You create this for ${choice.title} as a member of the platform team.`,
      };
}

/** The owner of a new service; the person's own teams come first. */
export function OwnerTeam(props: FieldExtensionComponentProps<string>) {
  const { formData, onChange } = props;
  const api = useApi(goldenPathApiRef);
  const choices = useLoad(
    useCallback(async () => (await api.listOwners()).map(toChoice), [api]),
  );

  // Who has one team need not choose it.
  useEffect(() => {
    if (choices.state === 'ready' && formData === undefined) {
      const own = choices.value.filter(
        ({ membership }) => membership === 'direct',
      );
      if (own.length === 1) {
        onChange(own[0].entityRef);
      }
    }
    // Only when the list comes: a person may clear the field.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [choices]);

  return (
    <EntityChoice
      field={props}
      choices={choices}
      emptyText="No team of this name"
      statusOf={statusOf}
    />
  );
}
