export const tellCode = 'Note the screen code at the bottom left and give it to the bank.';
export const tellStaff = 'Show this screen to your IT staff.';
